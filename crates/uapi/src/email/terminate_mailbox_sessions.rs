//! `Email::terminate_mailbox_sessions`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::mailboxes;

/// Ends all sessions of the account's mailboxes.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct TerminateMailboxSessions;

impl Function for TerminateMailboxSessions {
    const NAME: &'static str = "terminate_mailbox_sessions";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        mailboxes::end_sessions(cx)
    }
}

#[cfg(test)]
mod tests {
    use api::{
        UnixTime,
        records::{Service, SessionRecord, SessionState},
    };

    use crate::email::samples::{data, world};

    #[test]
    fn sessions_of_mailboxes_end() {
        let world = world();
        let tx = world.host.store.write().unwrap();
        let session = |digest: &str, mailbox: Option<&str>| SessionRecord {
            digest: digest.to_owned(),
            service: Service::Webmail,
            user_name: "amy".parse().unwrap(),
            mailbox: mailbox.map(|mailbox| mailbox.parse().unwrap()),
            path_digest: String::new(),
            state: SessionState::Open,
            generation: 1,
            made_by: None,
            created: UnixTime(0),
            expires: UnixTime(i64::MAX),
        };
        tx.insert(&session("a", Some("info@amy.test"))).unwrap();
        tx.insert(&session("b", None)).unwrap();
        tx.commit().unwrap();
        data(&world, "terminate_mailbox_sessions", &[]);
        let left: Vec<SessionRecord> = world.host.store.read().unwrap().matching(vec![]).unwrap();
        assert_eq!((left.len(), left[0].digest.as_str()), (1, "b"));
    }
}
