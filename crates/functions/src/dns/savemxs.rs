//! `savemxs`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, zone::RecordType};

use crate::domain::dns::{
    edit::{self, Draft, ZoneEdit},
    fields::{self, Fields},
    form::{Class, Host, Seconds},
};

/// Adds an MX record to a zone.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The host that takes mail; `.` for none.
    pub exchange: Host,
    /// The owner: relative to the zone, or absolute with a final dot.
    pub name: String,
    /// Lower ones are tried first.
    pub preference: u16,
    /// The class, which is `IN`.
    #[param(default = "IN")]
    pub class: Class,
    /// How long the record may be kept, in seconds.
    #[param(default = 14400)]
    pub ttl: Seconds,
}

/// See [`Params`].
pub struct Savemxs;

impl Function for Savemxs {
    const NAME: &'static str = "savemxs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditMx, Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let given = Fields::from([
            ("preference", params.preference.to_string()),
            ("exchange", params.exchange.to_string()),
        ]);
        let value = fields::value(RecordType::Mx, &given, &params.domain)?;
        let mut edit = ZoneEdit::begin(cx, &params.domain)?;
        edit.add(Draft { name: params.name, ttl: params.ttl.0, value })?;
        let serial = edit.commit()?;
        edit::tell(cx, &params.domain, serial);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_record_is_added_and_served() {
        let world = World::new().account("anna", "root");
        let form = [
            ("domain", "anna.test"),
            ("name", "anna.test."),
            ("exchange", "mx.host.test"),
            ("preference", "10"),
        ];
        world.call("root", "savemxs", &form).unwrap();
        let told = world.data("root", "listmxs", &form[..1]);
        assert_eq!(
            (&told["record"][1]["exchange"], &told["record"][1]["ttl"]),
            (&"mx.host.test".into(), &14400.into())
        );
        let served = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert!(served.lines.iter().any(|line| line.value == "10 mx.host.test."));
    }

    #[test]
    fn the_wrong_parameter_is_named_and_a_strange_zone_hidden() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditMx]);
        let form =
            [("domain", "anna.test"), ("name", "x"), ("exchange", "mx"), ("preference", "10")];
        for (place, name, wrong) in
            [(1, "name", "a b"), (2, "exchange", "-;"), (3, "preference", "65536")]
        {
            let mut form = form;
            form[place].1 = wrong;
            let said = world.refusal("root", "savemxs", &form);
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
        }
        assert_eq!(world.refusal("bob", "savemxs", &form), "There is no zone “anna.test”.");
    }
}
