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
        Refusal::Rejected { .. } | Refusal::Spoiled { .. } | Refusal::Failed(_) => {
            Kind::Unavailable
        }
    };
    let what = match &refusal {
        Refusal::Rejected { .. } => {
            "did not take its configuration; the old one is in force".to_owned()
        }
        Refusal::Spoiled { .. } => "would not take its configuration as it is, which somebody \
            changed by hand; the old one is in force"
            .to_owned(),
        _ => match refusal.lack() {
            Some(lack) => format!("could not be changed now: {lack}"),
            None => "could not be changed now".to_owned(),
        },
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

    #[test]
    fn a_caller_reads_what_the_machine_lacks() {
        let cause = std::io::Error::from_raw_os_error(28);
        let full = error(Refusal::Failed(format!("/home: {cause}")), "machine's user");
        let said = "The machine's user could not be changed now: the disk is full.";
        assert_eq!((full.kind(), full.to_string().as_str()), (Kind::Unavailable, said));
        let other = error(Refusal::Failed("/home: os error".to_owned()), "machine's user");
        assert_eq!(other.to_string(), "The machine's user could not be changed now.");
    }
}
