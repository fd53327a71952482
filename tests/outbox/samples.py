"""Letters as mailboxes receive them: notices of mail that came back, and what is none."""

NOTICE = """\
From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 23 Nov 2026 10:00:00 -0500

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} of no use to us

--B
Content-Type: {brought}

{headers}

--B--
"""

AWAY = """\
From: Luc Roy <luc@valbleu.example>
To: clausier@valbleu.example
Subject: Absent du bureau
In-Reply-To: <{uid}@valbleu.example>
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

De retour lundi.
"""


def notice(mail, status="5.1.1", action="failed", *, by="header", brought="message/rfc822"):
    """Return a notice about a mail, found again by its Message-ID, by our own header or by the address of returns."""
    headers = {
        "message-id": f"Message-ID: <{mail.uid}@valbleu.example>",
        "header": f"Message-ID: <changed@elsewhere.example>\nX-Clausier: {mail.uid}",
        "address": "Message-ID: <changed@elsewhere.example>",
    }[by]
    to = f"retours+{mail.uid}@valbleu.example" if by == "address" else "clausier@valbleu.example"
    words = {"to": to, "recipient": mail.to, "action": action, "status": status, "brought": brought}
    return NOTICE.format(headers=headers + "\nSubject: Bonjour", **words).replace("\n", "\r\n").encode()


def away(mail):
    """Return what a mailbox answers by itself while its person is away."""
    return AWAY.format(uid=mail.uid).encode()
