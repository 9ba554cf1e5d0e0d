"""The forgery workflow: one file a forgery family, each from untouched faces to (forgery, exact mask)."""
