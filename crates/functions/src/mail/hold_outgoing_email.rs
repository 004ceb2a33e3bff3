//! `hold_outgoing_email`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Result, UserName};

use crate::domain::{
    accounts::{self, rights},
    change::{Change, OnFailure},
    mail::domains,
};

/// Holds what an account sends to other servers.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
}

/// See [`Params`].
pub struct HoldOutgoingEmail;

impl Function for HoldOutgoingEmail {
    const NAME: &'static str = "hold_outgoing_email";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        record.mail_held = Flag(true);
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
        let world = world.with_account("anna", |account| account.mail_held = false.into());
        world.call("root", "hold_outgoing_email", &[("user", "anna")]).unwrap();
        assert!(world.record("anna").mail_held.0);
        let told = world.machine.mail_domain("anna.test").unwrap().unwrap();
        assert_eq!(told.outgoing, Outgoing::Held);
    }

    #[test]
    fn a_strangers_account_is_hidden() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::SuspendAcct]);
        let said = world.refusal("bob", "hold_outgoing_email", &[("user", "anna")]);
        assert_eq!(said, "There is no account “anna”.");
    }
}
