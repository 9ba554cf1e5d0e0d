"""How good, how fast: measurements that anyone can run again with `python -m forensics benchmark`."""
