"""Wire stories in German, French and Spanish, with answers as in the folder above."""
