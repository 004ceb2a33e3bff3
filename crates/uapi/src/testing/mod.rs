//! Calls as an account, on the world of the functions. The product itself calls nothing of it.
#![allow(clippy::missing_panics_doc, reason = "a test that cannot be set up must end")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must end")]

use api::{
    AccountApi, AccountCall, AclSet, Caller, Entry, Error, Form, Rank, Result, Secret, Value,
    caller::Proof,
    function::Relay,
    object,
    records::{AccountRecord, Service},
};
use functions::domain::{features::access::Access, passwords};
pub use functions::testing::{Answer, PASSWORD, World};

#[cfg(test)]
pub(crate) mod databases;

/// Calls as an account.
pub trait Calls {
    /// The account as the caller of its own functions, over TLS, by password.
    fn account_caller(&self, user: &str) -> Caller;

    /// Calls a function of UAPI as that account.
    fn uapi(
        &self,
        user: &str,
        module: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer>;

    /// Calls a function of cPanel API 2 as that account; the data are the rows.
    fn api2(
        &self,
        user: &str,
        module: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer>;

    /// The data of a call of UAPI that succeeds.
    fn uapi_data(&self, user: &str, module: &str, function: &str, form: &[(&str, &str)]) -> Value {
        self.uapi(user, module, function, form).unwrap().data
    }

    /// What the caller of a call of UAPI that fails is told.
    fn uapi_refusal(
        &self,
        user: &str,
        module: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> String {
        self.uapi(user, module, function, form).unwrap_err().to_string()
    }

    /// Calls that function as that caller, who must be of an account's rank.
    fn account_call(&self, caller: &Caller, entry: &Entry, form: &Form) -> Result<Answer>;
}

impl Calls for World {
    fn account_caller(&self, user: &str) -> Caller {
        Caller {
            user: user.parse().unwrap(),
            rank: Rank::Account,
            service: Service::Cpanel,
            owner_acls: AclSet::default(),
            acls: AclSet::default(),
            proof: Proof::Password,
            source: Some([127, 0, 0, 1].into()),
            secure: true,
            must_change: false,
        }
    }

    fn uapi(
        &self,
        user: &str,
        module: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer> {
        let entry = crate::find(module, function).ok_or_else(|| absent(module, function))?;
        self.account_call(&self.account_caller(user), entry, &owned(form))
    }

    fn api2(
        &self,
        user: &str,
        module: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer> {
        let entry = crate::api2::find(module, function).ok_or_else(|| absent(module, function))?;
        self.account_call(&self.account_caller(user), entry, &owned(form))
    }

    fn account_call(&self, caller: &Caller, entry: &Entry, form: &Form) -> Result<Answer> {
        let tx = self.host.store.read()?;
        let account: Option<AccountRecord> = tx.find(&[(&caller.user).into()])?;
        let account = account.ok_or_else(|| Error::denied("The gate refused."))?;
        if account.suspended.0 || !Access::of(&*tx, &account)?.opens(entry.needs) {
            return Err(Error::denied("The gate refused."));
        }
        drop(tx);
        self.run(&Same { world: self, caller }, caller, entry, form)
    }
}

fn owned(form: &[(&str, &str)]) -> Form {
    form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn absent(module: &str, function: &str) -> Error {
    Error::not_found(format!("There is no function “{module}::{function}”."))
}

/// The gate in small: what a function calls, it calls as the same account.
struct Same<'a> {
    world: &'a World,
    caller: &'a Caller,
}

impl Relay for Same<'_> {
    fn relay(&self, _name: &str, _form: &Form) -> Value {
        Value::Null
    }

    fn callable(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn account(&self, call: &AccountCall<'_>) -> Result<Value> {
        let (module, function) = (call.module, call.function);
        let entry = match call.api {
            AccountApi::One => crate::api1::find(module, function),
            AccountApi::Two => crate::api2::find(module, function),
            AccountApi::Three => crate::find(module, function),
        };
        let result = entry
            .ok_or_else(|| absent(module, function))
            .and_then(|entry| self.world.account_call(self.caller, entry, call.form));
        let (status, errors, data) = match result {
            Ok(answer) => (1, Value::Null, answer.data),
            Err(problem) => (0, vec![Value::from(problem.to_string())].into(), Value::Null),
        };
        Ok(object([
            ("status", status.into()),
            ("errors", errors),
            ("messages", Value::Null),
            ("warnings", Value::Null),
            ("data", data),
            ("metadata", object([])),
        ]))
    }

    fn change_password(&self, current: &Secret, new: &Secret) -> Result<()> {
        let (host, user) = (&self.world.host, &self.caller.user);
        passwords::change_by_owner(host, user, current, new, self.caller.session()).map(drop)
    }
}
