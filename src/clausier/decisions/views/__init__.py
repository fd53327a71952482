"""The pages of decisions: those that anybody opens, and those of the people who answer."""
