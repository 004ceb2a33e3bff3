//! Which subvolumes are in another, as a search of the kernel's finds it.

use linux_raw_sys::btrfs::BTRFS_ROOT_REF_KEY;

/// A subvolume in a folder of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    /// Its number.
    pub(super) child: u64,
    /// The number of the folder's inode.
    pub(super) folder: u64,
}

/// Reads what a search has found: so many items, each behind a head of its transaction, its key (a number,
/// another one, a type) and its length. An item begins with the number of the folder.
pub(super) fn parse(found: &[u8], items: u32) -> Vec<Reference> {
    let mut rest = found;
    let mut references = Vec::new();
    for _ in 0..items {
        let Some((kind, reference, behind)) = item(rest) else { break };
        if kind == BTRFS_ROOT_REF_KEY {
            references.push(reference);
        }
        rest = behind;
    }
    references
}

/// The first item, its type, and what is behind it.
fn item(found: &[u8]) -> Option<(u32, Reference, &[u8])> {
    let (_, rest) = found.split_first_chunk::<8>()?;
    let (_, rest) = rest.split_first_chunk::<8>()?;
    let (child, rest) = rest.split_first_chunk()?;
    let (kind, rest) = rest.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let (item, behind) = rest.split_at_checked(u32::from_ne_bytes(*length).try_into().ok()?)?;
    let reference = Reference {
        child: u64::from_ne_bytes(*child),
        // What is on disk has its least byte first, what the kernel answers the machine's order.
        folder: item.first_chunk().map_or(0, |folder| u64::from_le_bytes(*folder)),
    };
    Some((u32::from_ne_bytes(*kind), reference, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(parent: u64, child: u64, kind: u32, item: &[u8]) -> Vec<u8> {
        let numbers = [7_u64, parent, child].map(u64::to_ne_bytes).concat();
        let length = u32::try_from(item.len()).unwrap();
        [&numbers, &kind.to_ne_bytes()[..], &length.to_ne_bytes(), item].concat()
    }

    #[test]
    fn subvolumes_are_read_and_other_items_passed_over() {
        let item = [&300_u64.to_le_bytes()[..], b"name"].concat();
        let answer =
            [found(5, 256, 156, &item), found(5, 256, 132, b"x"), found(5, 300, 156, &[0; 3])];
        let answer = answer.concat();
        let first = Reference { child: 256, folder: 300 };
        let second = Reference { child: 300, folder: 0 };
        assert_eq!(parse(&answer, 3), [first, second]);
        assert_eq!(parse(&answer, 2), [first]);
        // What is cut off is left out, and what says to be longer than all is not believed.
        assert_eq!(parse(&answer[..answer.len() - 1], 3), [first]);
        assert_eq!(parse(&answer[..20], 1), []);
    }
}
