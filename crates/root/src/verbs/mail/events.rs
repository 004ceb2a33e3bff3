//! A line of Exim's main log, apart in what it tells. (Chapter 53 of Exim's specification.)

use crate::MailOutcome;

/// What a line tells.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told<'a> {
    /// A message came.
    Came {
        sender: &'a str,
        bytes: u64,
        /// The login that sent it, or the user of this machine.
        login: Option<&'a str>,
        recipients: Vec<&'a str>,
    },
    /// Something became of it for one who was to get it.
    Became {
        outcome: MailOutcome,
        recipient: &'a str,
        /// The address that it ended at.
        last: &'a str,
        sender: Option<&'a str>,
        bytes: Option<u64>,
        detail: String,
    },
    /// It was held as it came.
    Held,
    /// It was refused before it came.
    Refused { account: Option<&'a str>, sender: &'a str, recipient: &'a str, detail: &'a str },
}

/// A line: its time as it is written, the message's id, and what it tells.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) time: &'a str,
    pub(super) id: &'a str,
    pub(super) told: Told<'a>,
}

/// Reads a line; none where it tells of nothing that counts.
pub(super) fn read(line: &str) -> Option<Line<'_>> {
    let (time, rest) = line.split_at_checked("2026-01-01 00:00:00".len())?;
    let rest = rest.strip_prefix(' ')?;
    let (id, after) = rest.split_once(' ')?;
    if !is_id(id) {
        return Some(Line { time, id: "", told: refused(rest)? });
    }
    if let Some(told) = refused(after) {
        return Some(Line { time, id, told });
    }
    let (flag, tail) = after.split_once(' ').unwrap_or((after, ""));
    let told = match flag {
        "<=" => came(tail)?,
        "=>" | "->" | ">>" => became(MailOutcome::Delivered, tail)?,
        "**" => became(MailOutcome::Failed, tail)?,
        "==" => became(MailOutcome::Deferred, tail)?,
        "frozen" if tail.starts_with("by ACL") => Told::Held,
        _ => return None,
    };
    Some(Line { time, id, told })
}

fn is_id(word: &str) -> bool {
    word.len() >= 16
        && word.matches('-').count() == 2
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn came(tail: &str) -> Option<Told<'_>> {
    let words = words(tail);
    let sender = words.first()?;
    let field = |name: &str| words.iter().skip(1).find_map(|word| word.strip_prefix(name));
    let login = field("A=").map(|login| login.split_once(':').map_or(login, |(_, id)| id));
    let is_local = field("P=").is_some_and(|protocol| protocol.starts_with("local"));
    let place = words.iter().rposition(|word| *word == "for");
    let recipients = place.and_then(|place| words.get(place + 1..)).unwrap_or_default();
    Some(Told::Came {
        sender: bare(sender),
        bytes: field("S=").and_then(|bytes| bytes.parse().ok()).unwrap_or_default(),
        login: login.or_else(|| field("U=").filter(|_| is_local)),
        recipients: recipients.to_vec(),
    })
}

fn became(outcome: MailOutcome, tail: &str) -> Option<Told<'_>> {
    let words = words(tail);
    let last = *words.first()?;
    let fields = words.get(1..).unwrap_or_default();
    let parent = fields.first().filter(|word| word.starts_with('<') && word.ends_with('>'));
    let field = |name: &str| fields.iter().find_map(|word| word.strip_prefix(name));
    let recipient = parent.map_or(last, |parent| bare(parent));
    let discarded = outcome == MailOutcome::Delivered && last == ":blackhole:";
    let detail = match outcome {
        MailOutcome::Delivered if discarded => "as was wished".to_owned(),
        MailOutcome::Delivered => match field("H=") {
            Some(host) => format!("{host} {}", field("C=").unwrap_or_default()).trim().to_owned(),
            None => recipient.to_owned(),
        },
        _ => reason(tail, field("R=")).to_owned(),
    };
    Some(Told::Became {
        outcome: if discarded { MailOutcome::Discarded } else { outcome },
        recipient,
        last,
        sender: field("F=").map(bare),
        bytes: field("S=").and_then(|bytes| bytes.parse().ok()),
        detail,
    })
}

/// Why a message did not get there: it stands after the router and what belongs to it.
fn reason<'a>(tail: &'a str, router: Option<&str>) -> &'a str {
    let Some(router) = router else {
        return tail.split_once(": ").map_or(tail, |(_, reason)| reason);
    };
    let router = router.trim_end_matches(':');
    let from = tail.split_once(&format!("R={router}")).map_or(tail, |(_, rest)| rest);
    from.split_once(": ").map_or(from, |(_, reason)| reason).trim()
}

/// `… F=<sender> rejected RCPT <recipient>: why`, `… rejected MAIL <sender>: why`,
/// `… rejected by non-SMTP ACL: why`.
fn refused(rest: &str) -> Option<Told<'_>> {
    let (before, after) = rest.split_once(" rejected ").or_else(|| {
        rest.starts_with("rejected ").then(|| ("", rest.trim_start_matches("rejected ")))
    })?;
    if rest.starts_with(['<', '=', '*', '-', '>']) {
        return None;
    }
    let (what, said) = after.split_once(": ")?;
    let account = said.strip_prefix("account=").and_then(|said| said.split_once(": "));
    let named = what.split_once('<').map(|(_, named)| named.trim_end_matches('>'));
    let sender = words(before).into_iter().find_map(|word| word.strip_prefix("F=")).map(bare);
    let (sender, recipient) = match what.split(' ').next() {
        Some("MAIL") => (named.unwrap_or_default(), ""),
        Some("RCPT") => (sender.unwrap_or_default(), named.unwrap_or_default()),
        _ => (sender.unwrap_or_default(), ""),
    };
    Some(Told::Refused {
        account: account.map(|(account, _)| account),
        sender,
        recipient,
        detail: account.map_or(said, |(_, said)| said),
    })
}

fn bare(address: &str) -> &str {
    address.trim_start_matches('<').trim_end_matches('>')
}

/// The words of a line; one in quotes, or with quotes in it, goes on to their end.
fn words(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (place, sign) in line.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ' ' if !quoted => {
                found.extend(line.get(start..place).filter(|word| !word.is_empty()));
                start = place + 1;
            }
            _ => {}
        }
    }
    found.extend(line.get(start..).filter(|word| !word.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Told<'_> {
        read(line).unwrap().told
    }

    #[test]
    fn a_message_that_came_says_whose_it_is() {
        let line = "2026-11-26 01:12:17 1xWO25-0000Hf-1U <= info@a.test H=(vm) [127.0.0.1] P=esmtpa \
            A=plain:info@a.test S=405 id=x@vm for y@b.test z@b.test";
        let Told::Came { sender, bytes, login, recipients } = told(line) else { panic!() };
        assert_eq!((sender, bytes, login), ("info@a.test", 405, Some("info@a.test")));
        assert_eq!(recipients, ["y@b.test", "z@b.test"]);
        let line =
            "2026-11-26 01:12:58 1xWO2k-0000iu-1R <= <> R=1xWO2k-0000ii-0w U=bob P=local S=9";
        let Told::Came { sender, login, .. } = told(line) else { panic!() };
        assert_eq!((sender, login), ("", Some("bob")));
    }

    #[test]
    fn what_became_of_it_is_read() {
        let id = "2026-11-26 01:12:15 1xWO23-0000EH-1h";
        for (rest, outcome, recipient, detail) in [
            (
                "=> info <sales@a.test> F=<x@b.test> R=mailbox T=dovecot S=39 C=\"250 Saved\"",
                MailOutcome::Delivered,
                "sales@a.test",
                "sales@a.test",
            ),
            (
                "=> y@b.test F=<> R=relay T=smtp S=9 H=127.9.9.9 [127.9.9.9] C=\"250 taken\"",
                MailOutcome::Delivered,
                "y@b.test",
                "127.9.9.9 \"250 taken\"",
            ),
            (
                "=> :blackhole: <l@a.test> F=<x@b.test> R=list",
                MailOutcome::Discarded,
                "l@a.test",
                "as was wished",
            ),
            (
                "** two@a.test F=<x@b.test> R=filter: no: thanks",
                MailOutcome::Failed,
                "two@a.test",
                "no: thanks",
            ),
            (
                "== p@a.test R=program defer (-1): programs are not run here",
                MailOutcome::Deferred,
                "p@a.test",
                "programs are not run here",
            ),
        ] {
            let line = format!("{id} {rest}");
            let Told::Became { outcome: was, recipient: to, detail: why, .. } = told(&line) else {
                panic!("{rest}")
            };
            assert_eq!((was, to, why.as_str()), (outcome, recipient, detail), "{rest}");
        }
        assert_eq!(told(&format!("{id} frozen by ACL")), Told::Held);
        assert!(read(&format!("{id} Completed")).is_none());
    }

    #[test]
    fn what_was_refused_is_read() {
        let line = "2026-11-26 01:12:24 H=(vm) [127.0.0.1] F=<x@b.test> rejected RCPT <no@a.test>: No: one";
        let refused = Told::Refused {
            account: None,
            sender: "x@b.test",
            recipient: "no@a.test",
            detail: "No: one",
        };
        assert_eq!(told(line), refused);
        let line = "2026-11-26 01:12:58 1xWO2k-0000io-18 F=<info@a.test> rejected by non-SMTP ACL: \
            account=amy: too many";
        let Told::Refused { account, sender, detail, .. } = told(line) else { panic!() };
        assert_eq!((account, sender, detail), (Some("amy"), "info@a.test", "too many"));
    }

    #[test]
    fn words_in_quotes_stay_together() {
        assert_eq!(words(r#"a "b c"@d C="x \" y"  e"#), ["a", "\"b c\"@d", "C=\"x \\\" y\"", "e"]);
    }
}
