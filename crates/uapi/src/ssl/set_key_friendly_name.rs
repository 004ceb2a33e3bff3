//! `SSL::set_key_friendly_name`

use api::records::TlsKey;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, items::Which, making};

/// Gives a stored private key another name.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
    /// Its new name.
    pub new_friendly_name: String,
}

/// See [`Params`].
pub struct SetKeyFriendlyName;

impl Function for SetKeyFriendlyName {
    const NAME: &'static str = "set_key_friendly_name";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        making::rename::<TlsKey>(cx, &tls::own(cx)?, &params.which, &params.new_friendly_name)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn a_key_gets_another_name_that_no_other_has() {
        let world = World::new().account("alice", "root");
        for name in ["one", "two"] {
            let form = [("keytype", "ecdsa-prime256v1"), ("friendly_name", name)];
            world.uapi("alice", "SSL", "generate_key", &form).unwrap();
        }
        let rename = |new: &str| {
            let form = [("friendly_name", "one"), ("new_friendly_name", new)];
            world.uapi("alice", "SSL", "set_key_friendly_name", &form)
        };
        let said = rename("two").unwrap_err().to_string();
        assert_eq!(said, "new_friendly_name: the account has another private key of that name.");
        assert!(rename("").unwrap_err().to_string().starts_with("new_friendly_name: "));
        rename("three").unwrap();
        world.uapi("alice", "SSL", "show_key", &[("friendly_name", "three")]).unwrap();
        assert!(rename("four").is_err());
    }
}
