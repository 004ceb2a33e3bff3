//! What is read, printed and read again is the same, whatever callers send.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{RecordType, RecordValue, samples};
use crate::DomainName;

fn zone() -> DomainName {
    "example.test".parse().unwrap()
}

/// Values near to sound ones: samples with a piece replaced.
fn nearly() -> impl Strategy<Value = (RecordType, String)> {
    let piece = "[ -~]{0,4}|\\\\[0-9]{3}|\"[a-z ;,\\\\]{0,9}\"|[0-9]{1,6}|[a-z.]{1,9}";
    (select(samples::VALUES), 0..100_usize, 0..4_usize, piece).prop_map(
        |((kind, given, _), at, cut, piece)| {
            let mut text: Vec<char> = given.chars().collect();
            let at = at % (text.len() + 1);
            text.splice(at..(at + cut).min(text.len()), piece.chars());
            (kind.parse().unwrap(), text.into_iter().collect())
        },
    )
}

fn holds(value: &RecordValue) -> Result<(), TestCaseError> {
    let printed = value.to_string();
    prop_assert!(printed.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", printed);
    prop_assert_eq!(&RecordValue::parse(value.kind(), &printed, &zone()).unwrap(), value);
    let again = RecordValue::from_items(value.kind(), &value.items(), &zone());
    prop_assert_eq!(&again.unwrap(), value);
    prop_assert!(u16::try_from(value.to_wire().len()).is_ok());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_printed_is_read_back((kind, text) in nearly()) {
        if let Ok(value) = RecordValue::parse(kind, &text, &zone()) {
            holds(&value)?;
        }
    }

    #[test]
    fn what_is_given_in_items_is_read_back(
        kind in select(RecordType::ALL),
        items in vec(vec(any::<u8>(), 0..300), 0..5),
    ) {
        if let Ok(value) = RecordValue::from_items(kind, &items, &zone()) {
            holds(&value)?;
        }
    }

    #[test]
    fn parameters_of_services_keep_every_byte(value in vec(any::<u8>(), 0..40)) {
        let mut param = b"key667=".to_vec();
        param.extend(&value);
        let items = [b"1".to_vec(), b".".to_vec(), param];
        let value = RecordValue::from_items(RecordType::Svcb, &items, &zone()).unwrap();
        holds(&value)?;
    }
}
