"""What a run found, for editors and for machines."""
