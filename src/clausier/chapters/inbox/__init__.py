"""Chapter 8, responses: what arrived from the public, each message once, whatever road it came by."""
