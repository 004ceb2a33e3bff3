//! `validate_current_ptrs`

use api::{
    Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result,
    records::{AccountRecord, MailDomainRecord, Tx},
};

use crate::domain::mail::{
    pointers::{self, Pointer, Pointers, PointersState},
    records,
};

/// Compares the address of the mail of domains with the names that it leads to.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `validate_current_ptrs` answers.
#[derive(Output)]
pub struct Reply {
    /// Each of the domains.
    pub payload: Vec<Payload>,
}

/// How an address and its names fit together.
#[derive(Output)]
pub struct Payload {
    /// The name of the address in reverse.
    pub arpa_domain: String,
    /// The domain.
    pub domain: DomainName,
    /// Why it could not be found out, where `state` is `ERROR`.
    #[param(absent)]
    pub error: Option<String>,
    /// The name that the mail server calls itself there.
    pub helo: String,
    /// The address.
    pub ip_address: String,
    /// Its version, 4 or 6.
    pub ip_version: u32,
    /// The nameservers of the reverse zone.
    pub nameservers: Vec<String>,
    /// The names that the address leads to.
    pub ptr_records: Vec<Pointer>,
    /// How they fit together.
    pub state: PointersState,
}

impl From<Pointers> for Payload {
    fn from(told: Pointers) -> Self {
        Self {
            arpa_domain: told.arpa_domain,
            domain: told.domain,
            error: Some(told.error).filter(|error| !error.is_empty()),
            helo: told.helo,
            ip_address: told.ip_address,
            ip_version: told.ip_version,
            nameservers: told.nameservers,
            ptr_records: told.ptr_records,
            state: told.state,
        }
    }
}

/// See [`Params`].
pub struct ValidateCurrentPtrs;

impl Function for ValidateCurrentPtrs {
    const NAME: &'static str = "validate_current_ptrs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let pointers = |tx: &dyn Tx, record: &MailDomainRecord, account: &AccountRecord| {
            pointers::of(cx, tx, &record.domain, account)
        };
        let told = records::looked_at(cx, &params.domain, pointers)?;
        Ok(Reply { payload: told.into_iter().map(Payload::from).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn an_address_is_compared_where_its_reverse_zone_is_here() {
        let world = World::new().account("anna", "root");
        let domain = [("domain", "anna.test")];
        let told = || world.data("root", "validate_current_ptrs", &domain)["payload"][0].clone();
        assert_eq!(
            (&told()["state"], &told()["arpa_domain"]),
            (&"ERROR".into(), &"10.2.0.192.in-addr.arpa".into())
        );
        let zone = [("domain", "2.0.192.in-addr.arpa"), ("ip", "192.0.2.10")];
        world.call("root", "adddns", &zone).unwrap();
        assert_eq!((&told()["state"], told().get("error")), (&"MISSING_PTR".into(), None));
        let form = [zone[0], ("name", "10"), ("type", "PTR"), ("ptrdname", "elsewhere.test.")];
        world.call("root", "addzonerecord", &form).unwrap();
        assert_eq!(
            (&told()["state"], &told()["ptr_records"][0]["state"]),
            (&"PTR_MISMATCH".into(), &"MISSING_FWD".into())
        );
    }
}
