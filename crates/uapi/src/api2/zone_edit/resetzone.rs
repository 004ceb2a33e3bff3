//! `ZoneEdit::resetzone`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Value, object};
use functions::dns::resetzone as twin;

/// Puts a zone of the account back to the records that a new one has; its TXT records stay.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone; that of the account's main domain where it is absent.
    pub domain: Option<DomainName>,
}

/// The only row.
#[derive(Debug, Output)]
pub struct Row {
    /// How it went.
    pub result: Outcome,
}

/// How it went.
#[derive(Debug, Output)]
pub struct Outcome {
    /// Whether it was done: 1 or 0.
    pub status: u64,
    /// What clients show: why it was not done, where it was not.
    pub statusmsg: String,
    /// Where the domain's mail goes.
    pub checkmx: Value,
}

/// See [`Params`].
pub struct Resetzone;

impl Function for Resetzone {
    const NAME: &'static str = "resetzone";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Row>> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?.into_record();
        let domain = params.domain.unwrap_or(account.domain);
        let asked = twin::Params { domain: Some(domain), user: None, zone: None };
        let (status, statusmsg) = match twin::Resetzone::run(cx, asked) {
            Ok(()) => (1, "Zone Reset".to_owned()),
            Err(problem) => (0, problem.to_string()),
        };
        let checkmx = object([("mxcheck", account.mx_check.into())]);
        Ok(vec![Row { result: Outcome { status, statusmsg, checkmx } }])
    }
}

#[cfg(test)]
mod tests {
    use api::{records::ZoneLine, zone::Zone};
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn ones_own_zone_goes_back() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let before = world.machine.find_zone("alice.test").unwrap().unwrap();
        let form =
            [("domain", "alice.test"), ("name", "x"), ("type", "A"), ("address", "192.0.2.7")];
        world.api2("alice", "ZoneEdit", "add_zone_record", &form).unwrap();
        let told = world.api2("bob", "ZoneEdit", "resetzone", &form[..1]).unwrap().data;
        let reason = "There is no zone “alice.test”.";
        assert_eq!(
            (&told[0]["result"]["status"], &told[0]["result"]["statusmsg"]),
            (&json!(0), &json!(reason))
        );
        let told = world.api2("alice", "ZoneEdit", "resetzone", &[]).unwrap().data;
        assert_eq!(told[0]["result"]["statusmsg"], "Zone Reset");
        let after = world.machine.find_zone("alice.test").unwrap().unwrap();
        let records = |zone: &Zone| {
            let parts = |line: &ZoneLine| {
                (line.name.clone(), line.ttl, line.kind.clone(), line.value.clone())
            };
            zone.lines.iter().map(parts).collect::<Vec<_>>()
        };
        assert_eq!(records(&after), records(&before));
        // No line is ever another record's.
        let last = before.lines.iter().map(|line| line.place).max();
        assert!(after.lines.iter().all(|line| Some(line.place) > last));
    }
}
