"""The shell that programs see: one OpenAPI description, tokens with scopes, problems as JSON."""
