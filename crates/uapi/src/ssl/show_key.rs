//! `SSL::show_key`

use api::records::TlsKey;
use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, facts::KeyItem, items::Which, keys, text};

/// Shows a private key of the account.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// What `show_key` answers.
#[derive(Output)]
pub struct Reply {
    /// What it is.
    pub details: Details,
    /// What is public of it, for people to read.
    pub text: String,
}

/// What a key is.
#[derive(Output)]
pub struct Details {
    /// Its public half.
    #[param(part)]
    pub item: KeyItem,
    /// The key itself, in PEM.
    pub key: String,
}

/// See [`Params`].
pub struct ShowKey;

impl Function for ShowKey {
    const NAME: &'static str = "show_key";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let key: TlsKey = params.which.find(&*cx.host.store.read()?, &account)?;
        let secret = keys::open(cx.host, &key.sealed)?;
        let item = KeyItem::of(cx.host, &key)?;
        let text = text::key(&keys::public(cx.host, &key)?);
        Ok(Reply { details: Details { item, key: secret.reveal().to_owned() }, text })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn a_key_is_shown_to_its_account_alone() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("keytype", "rsa-2048"), ("friendly_name", "mine")];
        let made = world.uapi_data("alice", "SSL", "generate_key", &form);
        let shown = world.uapi_data("alice", "SSL", "show_key", &[("friendly_name", "mine")]);
        assert_eq!(shown["details"]["key"], made["text"]);
        assert!(shown["text"].as_str().unwrap().contains("Exponent: 65537 (0x10001)"));
        let id = [("id", made["id"].as_str().unwrap())];
        assert_eq!(world.uapi_data("alice", "SSL", "show_key", &id), shown);
        let said = world.uapi_refusal("bob", "SSL", "show_key", &id);
        assert_eq!(said, "id: the account has no such private key.");
        let said = world.uapi_refusal("alice", "SSL", "show_key", &[]);
        assert_eq!(said, "id: give it, or friendly_name.");
    }
}
