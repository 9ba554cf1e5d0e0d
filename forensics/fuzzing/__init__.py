"""Broken files on purpose: seeds, their mutations, and what the readers make of them."""
