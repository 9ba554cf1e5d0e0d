"""Results as documents: JSON with its schema, CSV."""
