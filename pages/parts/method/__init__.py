"""What the page Method is made of."""
