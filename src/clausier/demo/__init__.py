"""A fictional town with months of life, made only by calling the actions that people call."""
