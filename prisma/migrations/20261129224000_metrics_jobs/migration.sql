-- How many jobs of a batch had ended when their executions were last counted, so that they are counted again when there are half as many more.
ALTER TABLE "batch" ADD COLUMN "metrics_jobs" INTEGER;
