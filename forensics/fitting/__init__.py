"""Fitting what hangs on a set of weights: what its scores are worth, and all figures of it.

subjects → answers in every state → common scale → ratio, thresholds, spread of sources → card
"""
