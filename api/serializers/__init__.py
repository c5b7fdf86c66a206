"""What rows look like as JSON: one file per resource."""
