//! `has_digest_auth`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, records::Login,
};

/// Says whether Digest Authentication is on for an account.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
}

/// Whether it is on.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it is on.
    pub digestauth: Flag,
}

/// See [`Params`].
pub struct HasDigestAuth;

impl Function for HasDigestAuth {
    const NAME: &'static str = "has_digest_auth";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::DigestAuth]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        let login: Option<Login> = tx.find(&[account.name().into()])?;
        Ok(Reply { digestauth: login.map_or(Flag(false), |login| login.digest_auth) })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, records::Login};

    use crate::testing::World;

    #[test]
    fn it_tells_of_own_accounts_only() {
        let world = World::new()
            .reseller("bob", &[Acl::DigestAuth])
            .plant_account("anna", "bob")
            .plant_account("carl", "root");
        let on = || world.data("bob", "has_digest_auth", &[("user", "anna")])["digestauth"].clone();
        assert_eq!(on(), 0);
        let tx = world.host.store.write().unwrap();
        tx.update::<Login>(&[("digest_auth", 1.into())], &[]).unwrap();
        tx.commit().unwrap();
        assert_eq!(on(), 1);
        let said = world.refusal("bob", "has_digest_auth", &[("user", "carl")]);
        assert_eq!(said, "There is no account “carl”.");
    }
}
