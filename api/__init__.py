"""The REST API: views, serializers, filters, pagination, errors, schema. No models, no rules."""
