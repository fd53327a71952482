"""The one place that knows every room: settings, addresses, and the door of the web server."""
