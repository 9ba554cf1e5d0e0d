"""The pages of the app; parts holds what they are made of."""
