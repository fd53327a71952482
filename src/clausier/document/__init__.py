"""The policy as a value: vocabulary, model, reading, checks of shape, digest, comparison, reading aloud, rendering."""
