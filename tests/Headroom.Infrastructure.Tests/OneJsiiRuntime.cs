// The CDK's constructs live in one Node process behind one pair of pipes, which is not made for two threads at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
