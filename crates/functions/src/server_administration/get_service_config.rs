//! `get_service_config`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, Value, Word, reply};

/// Give all configuration settings of a service.
#[derive(Input)]
pub struct Params {
    /// The service.
    pub service: Service,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `dovecot`.
    #[word("dovecot")]
    Dovecot,
}

/// See [`Params`].
pub struct GetServiceConfig;

impl Function for GetServiceConfig {
    const NAME: &'static str = "get_service_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Value>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
