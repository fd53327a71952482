"""The one stylesheet, the components, the icons: how every page looks."""
