//! Which records an account may edit: those that its features name. Others' callers edit all.

use api::{Account, Cx, Error, Needs, Rank, Result, records::Tx, zone::RecordType};

use crate::domain::features::access::Access;

/// What a caller may edit.
pub struct Rights(Option<Access>);

impl Rights {
    /// The caller's.
    pub fn of(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Self> {
        if cx.caller.rank != Rank::Account {
            return Ok(Self(None));
        }
        let account = Account::of_caller(tx, cx.caller)?;
        Access::of(tx, account.record()).map(|access| Self(Some(access)))
    }

    /// Refuses a record of a type that the account has no feature for.
    pub fn check(&self, kind: RecordType) -> Result<()> {
        const SIMPLE: Needs = Needs::Features(&["simplezoneedit", "zoneedit"]);
        const MAIL: Needs = Needs::Features(&["changemx", "zoneedit"]);
        const OTHERS: Needs = Needs::Features(&["zoneedit"]);
        let Some(access) = &self.0 else { return Ok(()) };
        let needs = match kind {
            RecordType::A | RecordType::Cname => SIMPLE,
            RecordType::Mx => MAIL,
            _ => OTHERS,
        };
        if access.opens(needs) {
            return Ok(());
        }
        let kind = kind.as_str();
        Err(Error::denied(format!("type: the account's features let it edit no {kind} records.")))
    }
}
