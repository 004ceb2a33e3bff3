//! `get_public_contact`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, records::PublicContact};

/// Gives the caller's public contact: how the users of their accounts reach them.
#[derive(Debug, Input)]
pub struct Params {}

/// The contact; empty texts where none was set.
#[derive(Debug, Output)]
pub struct Reply {
    /// The name that users know.
    pub name: String,
    /// The URL where they find help.
    pub url: String,
}

/// See [`Params`].
pub struct GetPublicContact;

impl Function for GetPublicContact {
    const NAME: &'static str = "get_public_contact";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::PublicContact]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let contact: Option<PublicContact> = tx.find(&[(&cx.caller.user).into()])?;
        let (name, url) = contact.map(|contact| (contact.name, contact.url)).unwrap_or_default();
        Ok(Reply { name, url })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn each_caller_gets_their_own() {
        let world = World::new()
            .reseller("carol", &[Acl::PublicContact])
            .reseller("dave", &[Acl::PublicContact])
            .reseller("erin", &[Acl::ListAccts]);
        let form = [("name", "Carol’s hosting"), ("url", "https://carol.example/help")];
        world.call("carol", "set_public_contact", &form).unwrap();
        let own = world.data("carol", "get_public_contact", &[]);
        assert_eq!(own, json!({"name": "Carol’s hosting", "url": "https://carol.example/help"}));
        for other in ["dave", "root"] {
            let data = world.data(other, "get_public_contact", &[]);
            assert_eq!(data, json!({"name": "", "url": ""}));
        }
        let denied = world.call("erin", "get_public_contact", &[]).unwrap_err();
        assert_eq!(denied.kind(), Kind::Denied);
    }
}
