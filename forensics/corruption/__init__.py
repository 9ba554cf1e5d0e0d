"""What pictures suffer on their way: the table is in registry.py."""
