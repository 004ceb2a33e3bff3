//! `CustInfo::displaycontactinfo` of cPanel API 2

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result};

/// Gives where the account's owner is reached. Clients call it to see whether they are let in.
#[derive(Input)]
pub struct Params;

/// A place.
#[derive(Output)]
pub struct Row {
    /// What it is called.
    pub name: &'static str,
    /// What it is for.
    pub descp: &'static str,
    /// Of what kind it is.
    #[param(name = "type")]
    pub kind: &'static str,
    /// The address; empty where there is none.
    pub value: EmailAddress,
}

/// See [`Params`].
pub struct Displaycontactinfo;

impl Function for Displaycontactinfo {
    const NAME: &'static str = "displaycontactinfo";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Row>> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let row = |name, descp, value: &EmailAddress| Row {
            name,
            descp,
            kind: "string",
            value: value.clone(),
        };
        let record = account.record();
        Ok(vec![
            row("email", "The address that notices are sent to", &record.email),
            row("second_email", "A second address that notices are sent to", &record.email2),
        ])
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn both_addresses_are_told() {
        let world = World::new().plant_account("anna", "root").with_account("anna", |account| {
            account.email = "owner@elsewhere.test".parse().unwrap();
        });
        let rows = world.api2("anna", "CustInfo", "displaycontactinfo", &[]).unwrap().data;
        assert_eq!(
            (&rows[0]["name"], &rows[0]["value"]),
            (&"email".into(), &"owner@elsewhere.test".into())
        );
        assert_eq!((&rows[1]["name"], &rows[1]["value"]), (&"second_email".into(), &"".into()));
    }
}
