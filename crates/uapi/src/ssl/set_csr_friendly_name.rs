//! `SSL::set_csr_friendly_name`

use api::records::TlsRequest;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, items::Which, making};

/// Gives a stored signing request another name.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
    /// Its new name.
    pub new_friendly_name: String,
}

/// See [`Params`].
pub struct SetCsrFriendlyName;

impl Function for SetCsrFriendlyName {
    const NAME: &'static str = "set_csr_friendly_name";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        making::rename::<TlsRequest>(cx, &tls::own(cx)?, &params.which, &params.new_friendly_name)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_request_gets_another_name_that_no_other_has() {
        let world = World::new().account("alice", "root");
        let key = samples::generated(&world);
        for name in ["one", "two"] {
            let named = [("key_id", key.as_str()), ("domains", "alice.test")];
            let mut form = samples::subject(&named);
            form.push(("friendly_name", name));
            world.uapi("alice", "SSL", "generate_csr", &form).unwrap();
        }
        let rename = |new: &str| {
            let form = [("friendly_name", "one"), ("new_friendly_name", new)];
            world.uapi("alice", "SSL", "set_csr_friendly_name", &form)
        };
        for taken in ["two", ""] {
            let said = rename(taken).unwrap_err().to_string();
            assert!(said.starts_with("new_friendly_name: "), "{said}");
        }
        rename("three").unwrap();
        world.uapi("alice", "SSL", "show_csr", &[("friendly_name", "three")]).unwrap();
        assert!(rename("four").is_err(), "none has the old name");
    }
}
