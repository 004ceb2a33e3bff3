//! What the privileged process refuses, as callers read it.

use api::{Error, Kind};
use root::{Answer, Client, Name, Refusal, Verb};

/// Has a verb done for a service, which errors name.
pub(super) fn call(client: &Client, verb: &Verb, service: &'static str) -> api::Result<Answer> {
    client.call(verb).map_err(|refusal| error(refusal, service))
}

/// An answer of another kind than the verb has.
pub(super) fn unfit() -> Error {
    Error::internal("the privileged process gave an answer of another verb's")
}

/// The name of a file.
pub(super) fn name(text: &str) -> api::Result<Name> {
    text.parse().map_err(|rule| Error::internal(format!("“{text}” {rule}")))
}

fn error(refusal: Refusal, service: &'static str) -> Error {
    let kind = match &refusal {
        Refusal::Forbidden(_) => Kind::Denied,
        Refusal::NotFound(_) => Kind::NotFound,
        Refusal::Exists(_) => Kind::Exists,
        Refusal::Rejected { .. } | Refusal::Failed(_) => Kind::Unavailable,
    };
    let what = match &refusal {
        Refusal::Rejected { .. } => "did not take its configuration; the old one is in force",
        _ => "could not be changed now",
    };
    Error::new(kind, format!("The {service} {what}.")).because(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_reads_which_service_it_was_and_not_what_its_checker_said() {
        let reason = "syntax error in line 3".to_owned();
        let rejected =
            error(Refusal::Rejected { service: root::Service::Apache, reason }, "web server");
        assert_eq!(rejected.kind(), Kind::Unavailable);
        assert_eq!(
            rejected.to_string(),
            "The web server did not take its configuration; the old one is in force."
        );
    }
}
