"""Analyses beside the page: who is next, who watches, who still needs a file, and where they run."""
