//! `Email::list_forwarders`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::listing;

/// Lists a domain's forwarders.
#[derive(Input)]
pub struct Params {
    /// The domain; all of the account where it is absent.
    pub domain: Option<DomainName>,
    /// A pattern that the address or where it goes must have.
    pub regex: Option<String>,
}

/// See [`Params`].
pub struct ListForwarders;

impl Function for ListForwarders {
    const NAME: &'static str = "list_forwarders";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<listing::ForwarderRow>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        listing::forwarders(&*tx, &account, params.domain.as_ref(), params.regex.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn forwarders_are_listed_as_they_are_and_escaped() {
        let world = world();
        let form = [
            ("domain", "amy.test"),
            ("email", "x+1"),
            ("fwdopt", "fail"),
            ("failmsgs", "<No> such & person"),
        ];
        data(&world, "add_forwarder", &form);
        let told = data(&world, "list_forwarders", &[("domain", "amy.test")]);
        let one = &told[0];
        assert_eq!(
            (&one["dest"], &one["html_dest"]),
            (&"x+1@amy.test".into(), &"x+1@amy.test".into())
        );
        assert_eq!(one["forward"], ":fail: <No> such & person");
        assert_eq!(one["html_forward"], ":fail: &lt;No&gt; such &amp; person");
        assert_eq!(one["uri_dest"], "x%2B1%40amy.test");
    }

    #[test]
    fn a_pattern_chooses_and_a_strange_domain_is_refused() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "x"), ("fwdopt", "blackhole")];
        data(&world, "add_forwarder", &form);
        let count = |regex: &str| {
            let form = [("domain", "amy.test"), ("regex", regex)];
            data(&world, "list_forwarders", &form).as_array().unwrap().len()
        };
        assert_eq!((count("^x@"), count("blackhole"), count("^y")), (1, 1, 0));
        let said = refusal(&world, "list_forwarders", &[("domain", "bob.test")]);
        assert_eq!(said, "domain: “bob.test” is no domain of this account.");
    }
}
