"""How the networks are trained: `python -m forensics train`."""
