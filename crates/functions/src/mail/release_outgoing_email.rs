//! `release_outgoing_email`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Result, UserName};

use crate::domain::{
    accounts::{self, rights},
    change::{Change, OnFailure},
    mail::domains,
};

/// Lets go on what an account sent while it was held.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
}

/// See [`Params`].
pub struct ReleaseOutgoingEmail;

impl Function for ReleaseOutgoingEmail {
    const NAME: &'static str = "release_outgoing_email";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        record.mail_held = Flag(false);
        accounts::save(cx, &mut change, &mut record)?;
        domains::touch_all(&mut change, &record.name)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, records::Outgoing};

    use crate::testing::World;

    #[test]
    fn it_is_kept_and_told_to_the_mail_server() {
        let world = World::new().account("anna", "root");
        let world = world.with_account("anna", |account| account.mail_held = true.into());
        world.call("root", "release_outgoing_email", &[("user", "anna")]).unwrap();
        assert!(!world.record("anna").mail_held.0);
        let told = world.machine.mail_domain("anna.test").unwrap().unwrap();
        assert_eq!(told.outgoing, Outgoing::Allowed);
    }

    #[test]
    fn a_strangers_account_is_hidden() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::SuspendAcct]);
        let said = world.refusal("bob", "release_outgoing_email", &[("user", "anna")]);
        assert_eq!(said, "There is no account “anna”.");
    }
}
