//! `Email::has_plaintext_authentication`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::settings;

/// Says whether mailboxes may be logged in to without TLS.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct HasPlaintextAuthentication;

impl Function for HasPlaintextAuthentication {
    const NAME: &'static str = "has_plaintext_authentication";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        settings::plaintext(&*cx.host.store.read()?)
    }
}

#[cfg(test)]
mod tests {
    use api::records::Setting;

    use crate::email::samples::{data, world};

    #[test]
    fn it_is_off_until_it_is_set() {
        let world = world();
        assert_eq!(data(&world, "has_plaintext_authentication", &[]), 0);
        let tx = world.host.store.write().unwrap();
        tx.put(&Setting { name: "mail.plaintext".to_owned(), value: "1".to_owned() }).unwrap();
        tx.commit().unwrap();
        assert_eq!(data(&world, "has_plaintext_authentication", &[]), 1);
    }
}
