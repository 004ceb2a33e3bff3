//! Filters: what a message must be like, and what becomes of it then.

use serde::{Deserialize, Serialize};

use crate::{Word, form::not_one_of};

/// What a message must be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The part of the message, as [`Part`] writes it.
    pub part: String,
    /// How it is compared.
    #[serde(rename = "match")]
    pub kind: MatchKind,
    /// What it is compared with.
    #[serde(rename = "val")]
    pub value: String,
    /// How this joins the condition after it.
    #[serde(rename = "opt")]
    pub join: Join,
}

/// What becomes of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// What is done.
    pub action: Action,
    /// The address, the file or the program; empty where there is none.
    pub dest: String,
}

/// How two conditions are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Join {
    /// Both must hold.
    #[word("and")]
    And,
    /// One must hold.
    #[word("or")]
    Or,
}

/// What is done with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// It goes to an address.
    #[word("deliver")]
    Deliver,
    /// It is refused.
    #[word("fail")]
    Fail,
    /// It is delivered as usual, and no later filter sees it.
    #[word("finish")]
    Finish,
    /// It is kept in a file or a folder.
    #[word("save")]
    Save,
    /// It goes to a program.
    #[word("pipe")]
    Pipe,
}

/// How a part is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word, Serialize, Deserialize)]
pub enum MatchKind {
    /// It is that text.
    #[word("is")]
    #[serde(rename = "is")]
    Is,
    /// A pattern fits it.
    #[word("matches")]
    #[serde(rename = "matches")]
    Matches,
    /// It has that text.
    #[word("contains")]
    #[serde(rename = "contains")]
    Contains,
    /// It has not that text.
    #[word("does not contain")]
    #[serde(rename = "does not contain")]
    Lacks,
    /// It begins so.
    #[word("begins")]
    #[serde(rename = "begins")]
    Begins,
    /// It does not begin so.
    #[word("does not begin")]
    #[serde(rename = "does not begin")]
    BeginsNot,
    /// It ends so.
    #[word("ends")]
    #[serde(rename = "ends")]
    Ends,
    /// It does not end so.
    #[word("does not end")]
    #[serde(rename = "does not end")]
    EndsNot,
    /// No pattern fits it.
    #[word("does not match")]
    #[serde(rename = "does not match")]
    MatchesNot,
    /// It is a greater number.
    #[word("is above")]
    #[serde(rename = "is above")]
    Above,
    /// It is no greater number.
    #[word("is not above")]
    #[serde(rename = "is not above")]
    AboveNot,
    /// It is a lesser number.
    #[word("is below")]
    #[serde(rename = "is below")]
    Below,
    /// It is no lesser number.
    #[word("is not below")]
    #[serde(rename = "is not below")]
    BelowNot,
}

/// A part of a message that filters look at.
pub struct Part;

impl Part {
    /// The parts, as filters keep them.
    pub const ALL: &'static [&'static str] = &[
        "$header_from:",
        "$header_subject:",
        "$header_to:",
        "$reply_address:",
        "$message_body",
        "$message_headers",
        "foranyaddress $h_to:,$h_cc:,$h_bcc:",
        "not delivered",
        "error_message",
        "$h_List-id:",
        "$h_X-Spam-Status:",
        "$h_X-Spam-Score:",
        "$h_X-Spam-Bar:",
    ];

    /// A part as it is kept, however callers write it: with or without its colon, spaces and
    /// capitals.
    pub fn parse(text: &str) -> Result<&'static str, String> {
        let plain = |text: &str| -> String {
            let text = text.strip_prefix("foranyaddress ").unwrap_or(text);
            text.chars().filter(|c| !c.is_whitespace() && *c != ':').collect()
        };
        let given = plain(text);
        if given.eq_ignore_ascii_case("$h_to,$h_cc") {
            return Ok("foranyaddress $h_to:,$h_cc:,$h_bcc:");
        }
        let found = Self::ALL.iter().find(|part| plain(part).eq_ignore_ascii_case(&given));
        found.copied().ok_or_else(|| not_one_of(text, Self::ALL))
    }
}

/// A message, apart in headers and text.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    headers: &'a str,
    body: &'a str,
}

impl<'a> Message<'a> {
    /// A message as it was sent.
    pub fn new(text: &'a str) -> Self {
        let parts = text.split_once("\r\n\r\n").or_else(|| text.split_once("\n\n"));
        let (headers, body) = parts.unwrap_or(("", text));
        Self { headers, body }
    }

    /// A text without headers.
    pub fn of_body(body: &'a str) -> Self {
        Self { headers: "", body }
    }

    /// The value of a header; empty where it is not there.
    pub fn header(&self, name: &str) -> &'a str {
        let value = |line: &'a str| {
            let (header, value) = line.split_once(':')?;
            header.eq_ignore_ascii_case(name).then(|| value.trim())
        };
        self.headers.lines().find_map(value).unwrap_or_default()
    }

    fn part(&self, part: &str) -> Vec<&'a str> {
        match part {
            "$message_body" => vec![self.body],
            "$message_headers" => vec![self.headers],
            "$reply_address:" => {
                let reply = self.header("Reply-To");
                vec![if reply.is_empty() { self.header("From") } else { reply }]
            }
            "foranyaddress $h_to:,$h_cc:,$h_bcc:" => {
                let headers = ["To", "Cc", "Bcc"].map(|name| self.header(name));
                headers.into_iter().flat_map(|header| header.split(',').map(str::trim)).collect()
            }
            "not delivered" | "error_message" => vec![""],
            other => {
                let name = other.trim_start_matches("$header_").trim_start_matches("$h_");
                vec![self.header(name.trim_end_matches(':'))]
            }
        }
    }
}

impl Condition {
    fn holds(&self, message: &Message<'_>) -> bool {
        let parts = message.part(&self.part);
        if self.part == "not delivered" {
            return true;
        }
        parts.into_iter().any(|part| compare(self.kind, part, &self.value))
    }
}

fn compare(kind: MatchKind, part: &str, value: &str) -> bool {
    let (low, wanted) = (part.to_lowercase(), value.to_lowercase());
    let fits = || regex::RegexBuilder::new(value).case_insensitive(true).build();
    match kind {
        MatchKind::Is => low == wanted,
        MatchKind::Contains => low.contains(&wanted),
        MatchKind::Lacks => !low.contains(&wanted),
        MatchKind::Begins => low.starts_with(&wanted),
        MatchKind::BeginsNot => !low.starts_with(&wanted),
        MatchKind::Ends => low.ends_with(&wanted),
        MatchKind::EndsNot => !low.ends_with(&wanted),
        MatchKind::Matches => fits().is_ok_and(|pattern| pattern.is_match(part)),
        MatchKind::MatchesNot => fits().is_ok_and(|pattern| !pattern.is_match(part)),
        MatchKind::Above => numbers(part, value).is_some_and(|(has, than)| has > than),
        MatchKind::AboveNot => numbers(part, value).is_some_and(|(has, than)| has <= than),
        MatchKind::Below => numbers(part, value).is_some_and(|(has, than)| has < than),
        MatchKind::BelowNot => numbers(part, value).is_some_and(|(has, than)| has >= than),
    }
}

fn numbers(part: &str, value: &str) -> Option<(f64, f64)> {
    let number = |text: &str| {
        let text = text.trim();
        let end = text.find(|c: char| !c.is_ascii_digit() && !".-+".contains(c));
        text.get(..end.unwrap_or(text.len()))?.parse().ok()
    };
    Some((number(part)?, number(value)?))
}

/// Whether a message is like that: conditions are joined from the first to the last, `and` binding
/// no closer than `or`.
pub fn judge(conditions: &[Condition], message: &Message<'_>) -> bool {
    let mut conditions = conditions.iter();
    let Some(first) = conditions.next() else { return false };
    let (mut holds, mut join) = (first.holds(message), first.join);
    for condition in conditions {
        holds = match join {
            Join::And => holds && condition.holds(message),
            Join::Or => holds || condition.holds(message),
        };
        join = condition.join;
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "From: Amy <amy@a.test>\nTo: bob@b.test, eve@e.test\n\
                        Subject: Hello there\nX-Spam-Score: 7.5 (high)\n\nBuy now.";

    fn holds(part: &str, kind: &str, value: &str) -> bool {
        let condition = Condition {
            part: Part::parse(part).unwrap().to_owned(),
            kind: kind.parse().unwrap(),
            value: value.to_owned(),
            join: Join::And,
        };
        judge(&[condition], &Message::new(TEXT))
    }

    #[test]
    fn parts_are_compared_as_is_said() {
        for (part, kind, value) in [
            ("$header_from", "contains", "AMY@a.test"),
            ("$header_subject:", "begins", "hello"),
            ("$header_subject:", "does not end", "hello"),
            ("$message_body", "matches", "^buy.+\\.$"),
            ("$h_to, $h_cc", "is", "eve@e.test"),
            ("foranyaddress $h_to:,$h_cc:,$h_bcc:", "is", "bob@b.test"),
            ("$h_x-Spam-Score", "is above", "5"),
            ("$reply_address", "contains", "amy"),
        ] {
            assert!(holds(part, kind, value), "{part} {kind} {value}");
        }
        assert!(!holds("$header_from", "does not contain", "amy"));
        assert!(!holds("$h_X-Spam-Score", "is below", "5"));
        assert!(!holds("$header_subject", "matches", "("), "a pattern that is none fits nothing");
        assert!(Part::parse("$header_cc").is_err());
    }

    #[test]
    fn conditions_are_joined_in_order() {
        let condition = |value: &str, join| Condition {
            part: "$message_body".to_owned(),
            kind: MatchKind::Contains,
            value: value.to_owned(),
            join,
        };
        let message = Message::new(TEXT);
        assert!(judge(&[condition("no", Join::Or), condition("buy", Join::And)], &message));
        assert!(!judge(&[condition("xx", Join::And), condition("buy", Join::And)], &message));
        assert!(!judge(&[], &message));
    }
}
