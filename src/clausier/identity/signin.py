"""The forms of sign-in: allauth's, in our words."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.utils.translation import gettext_lazy as _

from clausier.lib.refusals import Words

CODE = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}


def _worded(base: type[forms.Form], **labels: Words) -> type[forms.Form]:
    """Return a form whose fields say what they are by their label alone: a placeholder vanishes when one types."""

    class Worded(base):  # type: ignore[valid-type,misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            for name in labels.keys() & self.fields.keys():
                field = self.fields[name]
                field.label, field.help_text = labels[name], TWELVE if name == "password1" else ""
                field.widget.attrs.pop("placeholder", None)
                field.widget.attrs.update(CODE if name == "code" else {})

    Worded.__name__ = Worded.__qualname__ = base.__name__
    return Worded


TWELVE = _("Twelve characters at least; a phrase is easier to remember than signs.")
EMAIL, CODE_LABEL = _("E-mail"), _("Code")
NEW, AGAIN = _("New password"), _("New password, again")

LoginForm = _worded(
    allauth.LoginForm, login=EMAIL, password=_("Password"), remember=_("Keep me signed in for two weeks")
)
RequestLoginCodeForm = _worded(allauth.RequestLoginCodeForm, email=EMAIL)
ConfirmLoginCodeForm = _worded(allauth.ConfirmLoginCodeForm, code=CODE_LABEL)
ConfirmPasswordResetCodeForm = _worded(allauth.ConfirmPasswordResetCodeForm, code=CODE_LABEL)
ResetPasswordForm = _worded(allauth.ResetPasswordForm, email=EMAIL)
ResetPasswordKeyForm = _worded(allauth.ResetPasswordKeyForm, password1=NEW, password2=AGAIN)
SetPasswordForm = _worded(allauth.SetPasswordForm, password1=_("Password"), password2=_("Password, again"))
ChangePasswordForm = _worded(
    allauth.ChangePasswordForm, oldpassword=_("Current password"), password1=NEW, password2=AGAIN
)
