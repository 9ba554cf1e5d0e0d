"""How far the methods' maps can be trusted, measured on forged faces whose manipulated pixels are known."""
