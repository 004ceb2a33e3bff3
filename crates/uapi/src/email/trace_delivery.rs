//! `Email::trace_delivery`

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Result, Value};
use functions::domain::mail::{addresses, trace};

/// Says the way that a message to an address would take.
#[derive(Input)]
pub struct Params {
    /// The address; only a name stands for the account.
    pub recipient: String,
}

/// See [`Params`].
pub struct TraceDelivery;

impl Function for TraceDelivery {
    const NAME: &'static str = "trace_delivery";
    const NEEDS: Needs = Needs::Features(&["emailtrace"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Value;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let given = params.recipient.trim();
        let address = if given.contains('@') {
            given.parse().map_err(|problem| Error::param("recipient", problem))?
        } else {
            addresses::joined("recipient", given, &account.record().domain)?
        };
        trace::of(cx, &*tx, &address)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn the_way_is_told_to_its_end() {
        let world = world();
        let trace = |to: &str| data(&world, "trace_delivery", &[("recipient", to)]);
        let told = trace("info@amy.test");
        assert_eq!(
            (&told["type"], &told["address"]),
            (&"local_delivery".into(), &"info@amy.test".into())
        );
        assert_eq!(told["destinations"][0]["mailbox"], "info@amy.test");
        data(&world, "set_default_address", &[("fwdopt", "fail"), ("failmsgs", "Gone")]);
        let told = trace("none@amy.test");
        assert_eq!(
            (&told["type"], &told["destinations"][0]["message"]),
            (&"bounce".into(), &"Gone".into())
        );
        for (email, to) in [("x", "info@amy.test"), ("y", "x@amy.test")] {
            let form =
                [("domain", "amy.test"), ("email", email), ("fwdopt", "fwd"), ("fwdemail", to)];
            data(&world, "add_forwarder", &form);
        }
        let told = trace("y@amy.test");
        assert_eq!(
            (&told["type"], &told["aliasfile"]),
            (&"routed".into(), &"/etc/valiases/amy.test".into())
        );
        assert_eq!(told["destinations"][0]["destinations"][0]["type"], "local_delivery");
        assert_eq!(
            trace("x@ns1.host.test")["destinations"][0]["mx"][0],
            "ns1.host.test [192.0.2.53] MX=0 dnssec=no"
        );
        assert_eq!(trace("x@nowhere.test")["type"], "bounce");
    }

    #[test]
    fn circles_end() {
        let world = world();
        for (email, to) in [("x", "y@amy.test"), ("y", "x@amy.test")] {
            let form =
                [("domain", "amy.test"), ("email", email), ("fwdopt", "fwd"), ("fwdemail", to)];
            data(&world, "add_forwarder", &form);
        }
        let told = data(&world, "trace_delivery", &[("recipient", "x@amy.test")]).to_string();
        assert!(told.contains("in a circle"), "{told}");
        let said = refusal(&world, "trace_delivery", &[("recipient", "a b@c.test")]);
        assert!(said.starts_with("recipient: "), "{said}");
    }
}
